// For the console: passkeys, which only a browser with script can give. Every other act is a plain form.
import { passkeys } from './console/passkeys.ts';

passkeys();
