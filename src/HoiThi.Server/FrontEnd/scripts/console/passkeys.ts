/**
 * Buttons with data-passkey ("create" or "get"): options from data-options, the credential to data-send, then on to
 * data-to; what goes wrong is said in the element after the button.
 */
export function passkeys(): void {
  document.querySelectorAll<HTMLButtonElement>('button[data-passkey]').forEach(button => {
    if (!window.PublicKeyCredential) {
      return;
    }

    for (let box = button.closest<HTMLElement>('[data-passkey-box]'); box; box = box.parentElement!.closest<HTMLElement>('[data-passkey-box]')) {
      box.hidden = false;
    }

    button.addEventListener('click', () => {
      button.setAttribute('aria-disabled', 'true');
      run(button).catch(() => {
        const trouble = button.parentElement!.querySelector<HTMLElement>('[data-trouble]')!;
        trouble.hidden = false;
        trouble.focus();
      }).finally(() => button.removeAttribute('aria-disabled'));
    });
  });
}

async function run(button: HTMLButtonElement): Promise<void> {
  const options = await (await post(button.dataset['options']!)).json();
  const credential = button.dataset['passkey'] === 'create'
    ? await navigator.credentials.create({ publicKey: creation(options) })
    : await navigator.credentials.get({ publicKey: request(options) });
  const reply = await post(button.dataset['send']!, JSON.stringify(plain(credential as PublicKeyCredential)));
  const codes = reply.status === 200 ? (await reply.json()).codes as string[] | null : null;
  if (codes) {
    show(codes);
  } else {
    location.assign(button.dataset['to']!);
  }
}

async function post(url: string, body?: string): Promise<Response> {
  const reply = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: body ?? '' });
  if (!reply.ok || reply.redirected) {
    throw new Error(String(reply.status));
  }

  return reply;
}

/** Recovery codes are shown once, in the place that waits for them. */
function show(codes: string[]): void {
  const place = document.querySelector<HTMLElement>('[data-codes]')!;
  const list = place.querySelector('ul')!;
  codes.forEach(code => {
    const item = document.createElement('li');
    item.className = 'secret';
    item.textContent = code;
    list.append(item);
  });
  document.querySelectorAll<HTMLElement>('[data-before-codes]').forEach(part => { part.hidden = true; });
  place.hidden = false;
  place.focus();
}

type Json = Record<string, any>;

function creation(options: Json): PublicKeyCredentialCreationOptions {
  return {
    ...options,
    challenge: bytes(options['challenge']),
    user: { ...options['user'], id: bytes(options['user'].id) },
    excludeCredentials: (options['excludeCredentials'] ?? []).map(known),
  } as unknown as PublicKeyCredentialCreationOptions;
}

function request(options: Json): PublicKeyCredentialRequestOptions {
  return {
    ...options,
    challenge: bytes(options['challenge']),
    allowCredentials: (options['allowCredentials'] ?? []).map(known),
  } as unknown as PublicKeyCredentialRequestOptions;
}

const known = (credential: Json): Json => ({ ...credential, id: bytes(credential['id']) });

/** As PublicKeyCredential.toJSON() gives it, which browsers before 2024 lack. */
function plain(credential: PublicKeyCredential): Json {
  const response = credential.response as any;
  const of = (name: string): string | undefined => response[name] ? text(response[name]) : undefined;
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: of('attestationObject'),
      authenticatorData: of('authenticatorData') ?? (response.getAuthenticatorData ? text(response.getAuthenticatorData()) : undefined),
      signature: of('signature'),
      userHandle: of('userHandle'),
      transports: response.getTransports?.(),
      publicKey: response.getPublicKey?.() ? text(response.getPublicKey()) : undefined,
      publicKeyAlgorithm: response.getPublicKeyAlgorithm?.(),
    },
  };
}

function bytes(base64url: string): Uint8Array {
  const plainText = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plainText, letter => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
