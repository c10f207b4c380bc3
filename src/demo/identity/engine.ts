// oidc-provider warns of an unsupported runtime when Node does not call itself LTS. The Node that npm installs is built
// without that word, so the warning is wrong here, and red letters at every start frighten people for nothing.
const warn = console.warn;
console.warn = () => undefined;
const loaded = await import('oidc-provider').finally(() => {
  console.warn = warn;
});

export const { errors, interactionPolicy, Provider } = loaded;
