// For the console: passkeys, which only a browser with script can give, and what saves clicks. Every other act is a plain form.
import { checkAll } from './console/checks.ts';
import { passkeys } from './console/passkeys.ts';

passkeys();
checkAll();
