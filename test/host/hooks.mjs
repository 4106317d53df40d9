// Node's module hook: whatever the built main bundle imports as 'electron' is the test double.
let double = ''

/** @param {{ double: string }} data */
export const initialize = data => {
  double = data.double
}

/** @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, next) =>
  specifier === 'electron' || specifier === 'electron/main'
    ? { url: double, shortCircuit: true }
    : next(specifier, context)
