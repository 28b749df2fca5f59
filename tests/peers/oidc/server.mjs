// A real OpenID provider for the tests. It lets in whoever gives a name, as its built-in development forms do: the name is an
// address, and says what the provider knows of the person.
import Provider from "oidc-provider";

const { REDIRECT_URIS, PORT = "0" } = process.env;

const claimsOf = (login) => ({
  sub: login,
  name: login.split("@")[0],
  ...(login.startsWith("nomail") ? {} : { email: login, email_verified: !login.startsWith("unverified") }),
});

let provider;
const server = (await import("node:http")).createServer((request, response) => provider.callback()(request, response));
server.listen(Number(PORT), "127.0.0.1", () => {
  const { port } = server.address();
  provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{
      client_id: "compass",
      client_secret: "a secret: with % and + in it",
      redirect_uris: JSON.parse(REDIRECT_URIS),
    }],
    pkce: { required: () => true },
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    cookies: { keys: ["for tests only"] },
  });
  console.log(`listening ${port}`);
});

// Ends with the tests, however they end
process.stdin.on("end", () => process.exit()).resume();
