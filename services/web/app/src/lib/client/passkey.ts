// Passkeys: what the server asks goes to the browser in bytes, its answer goes back as JSON. Browsers that translate
// by themselves are too new for old phones, so it is done here for all of them.

/** Bytes as the server writes them: base64url. */
type Text = string;

interface Named {
  id: Text;
  type: PublicKeyCredentialType;
  transports?: AuthenticatorTransport[];
}

/** What the server asks of a browser that has a passkey. */
export interface Asking {
  publicKey: Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> & { challenge: Text; allowCredentials?: Named[] };
}

/** What the server asks of a browser that makes one. */
export interface Making {
  publicKey: Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
    challenge: Text;
    user: { id: Text; name: string; displayName: string };
    excludeCredentials?: Named[];
  };
}

/** What stood in the way: the person did not want or was too slow, or this device has one already. */
export class NoPasskey extends Error {
  constructor(readonly why: 'notNow' | 'alreadyHere') {
    super(why);
  }
}

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined' && 'credentials' in navigator;

function bytes(text: Text): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(bytes: ArrayBuffer): Text {
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const named = (all: Named[] | undefined): PublicKeyCredentialDescriptor[] | undefined => all?.map((one) => ({ ...one, id: bytes(one.id) }));

/** The browser asks the person for a passkey; its answer as the server reads it. */
export async function show({ publicKey }: Asking): Promise<object> {
  const found = await tried(() => navigator.credentials.get({ publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: named(publicKey.allowCredentials) } }));
  const { authenticatorData, clientDataJSON, signature, userHandle } = found.response as AuthenticatorAssertionResponse;
  const response = { authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature), userHandle: userHandle ? text(userHandle) : null };
  return written(found, response);
}

/** The browser makes a passkey; its answer as the server reads it. */
export async function make({ publicKey }: Making): Promise<object> {
  const { challenge, user, excludeCredentials, authenticatorSelection, ...rest } = publicKey;
  // Whoever comes types no name: the device itself must know whose the passkey is.
  const selection: AuthenticatorSelectionCriteria = { ...authenticatorSelection, residentKey: 'required', requireResidentKey: true };
  const options = { ...rest, authenticatorSelection: selection, challenge: bytes(challenge), user: { ...user, id: bytes(user.id) }, excludeCredentials: named(excludeCredentials) };
  const made = await tried(() => navigator.credentials.create({ publicKey: options }));
  const { attestationObject, clientDataJSON } = made.response as AuthenticatorAttestationResponse;
  return written(made, { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) });
}

const written = (one: PublicKeyCredential, response: object): object => ({ id: one.id, rawId: text(one.rawId), type: one.type, response, extensions: one.getClientExtensionResults() });

async function tried(act: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const one = await act();
    if (one instanceof PublicKeyCredential) return one;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'InvalidStateError') throw new NoPasskey('alreadyHere');
  }
  throw new NoPasskey('notNow');
}
