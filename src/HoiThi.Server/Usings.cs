// Results is a feature here, and also ASP.NET Core's factory of replies: the factory goes by what it makes.
global using Reply = Microsoft.AspNetCore.Http.Results;
