// Passkeys: the server provides the options, and the page's form posts the credential.

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const toText = (bytes) => bytes
  ? btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
  : undefined;
const toKeys = (keys) => (keys ?? []).map((key) => ({ ...key, id: toBytes(key.id) }));

// Not every browser or password manager has toJSON
const toJson = (key) => JSON.stringify({
  id: key.id,
  rawId: toText(key.rawId),
  type: key.type,
  authenticatorAttachment: key.authenticatorAttachment ?? undefined,
  clientExtensionResults: key.getClientExtensionResults?.() ?? {},
  response: {
    clientDataJSON: toText(key.response.clientDataJSON),
    attestationObject: toText(key.response.attestationObject),
    transports: key.response.getTransports?.(),
    authenticatorData: toText(key.response.authenticatorData ?? key.response.getAuthenticatorData?.()),
    signature: toText(key.response.signature),
    userHandle: toText(key.response.userHandle),
  },
});

const form = document.querySelector("form[data-passkey]");
let waiting = new AbortController();

async function options(signal) {
  const token = form.querySelector("input[name=__RequestVerificationToken]").value;
  const response = await fetch(form.dataset.options, {
    method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token }), redirect: "error", signal,
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

async function ask(mediation, signal) {
  const asked = await options(signal);
  asked.challenge = toBytes(asked.challenge);
  if (form.dataset.passkey === "create") {
    asked.user.id = toBytes(asked.user.id);
    asked.excludeCredentials = toKeys(asked.excludeCredentials);
    return navigator.credentials.create({ publicKey: asked, signal });
  }
  asked.allowCredentials = toKeys(asked.allowCredentials);
  return navigator.credentials.get({ publicKey: asked, mediation, signal });
}

function send(key) {
  form.elements["Input.Credential"].value = toJson(key);
  form.submit();
}

// Offers passkeys in autofill. A challenge is valid for five minutes, so it is renewed before that
async function offer() {
  const signal = waiting.signal;
  const again = setTimeout(() => {
    waiting.abort();
    waiting = new AbortController();
    offer();
  }, 4 * 60 * 1000);
  try {
    send(await ask("conditional", signal));
  } catch {
    // Nothing to report
  } finally {
    if (!signal.aborted) clearTimeout(again);
  }
}

if (form) form.querySelector("button").disabled = false;
if (form && window.PublicKeyCredential) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const trouble = form.querySelector("[role=alert]");
    const button = form.querySelector("button");
    trouble.hidden = true;
    button.disabled = true;
    waiting.abort();
    waiting = new AbortController();
    try {
      send(await ask(undefined, waiting.signal));
    } catch {
      trouble.hidden = false;
      button.disabled = false;
    }
  });
  if (form.dataset.passkey === "get" && await window.PublicKeyCredential.isConditionalMediationAvailable?.()) offer();
}
