using System.Xml.Linq;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HoiThi.Server.Security;

/// <summary>
/// The keys of ASP.NET's data protection, in the database so that all nodes share them, encrypted with the
/// installation's key so that a copy of the database signs nobody in.
/// </summary>
public static class KeyRing
{
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("HoiThi");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new Repository(provider.GetRequiredService<IDbContextFactory<HoiThiContext>>());
            options.XmlEncryptor = new Encryptor(provider.GetRequiredService<Secrets>());
        }));
        return services;
    }

    private sealed class Repository(IDbContextFactory<HoiThiContext> contexts) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var context = contexts.CreateDbContext();
            return [.. context.ProtectionKeys.AsNoTracking().Select(row => row.Xml).AsEnumerable().Select(XElement.Parse)];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var context = contexts.CreateDbContext();
            context.ProtectionKeys.Add(new ProtectionKeyRow(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
            context.SaveChanges();
        }
    }

    private sealed class Encryptor(Secrets secrets) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
            return new EncryptedXmlInfo(new XElement("encrypted", Convert.ToBase64String(secrets.EncryptKey(Purpose, bytes))), typeof(Decryptor));
        }
    }

    private const string Purpose = "data protection";

    /// <summary>Made by name from what the encryptor wrote.</summary>
    public sealed class Decryptor(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => XElement.Parse(System.Text.Encoding.UTF8.GetString(
            services.GetRequiredService<Secrets>().DecryptKey(Purpose, Convert.FromBase64String(encryptedElement.Value))));
    }
}
