/** The content security policy that every file is served with, over app:// and over loopback alike. */

const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // WebAssembly needs its own word; nothing may be compiled from text.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

/** The policy as one header value; `over` replaces single directives. */
export const contentSecurityPolicy = (over: Readonly<Record<string, string>> = {}): string =>
  Object.entries({ ...directives, ...over })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
