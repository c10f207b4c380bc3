export {
  createIdentityProvider,
  type IdentityPersona,
  type IdentityProvider,
  type IdentityProviderOptions,
  type SignInForm,
} from './provider.ts';
