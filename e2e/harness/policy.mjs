// What the page must work under, stated apart from the page so that loosening the page's own copy is noticed.
// Who may embed it is left open (no frame-ancestors): a view is meant to be embedded.

/** The content policy, as one header line. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'", // how a view will look in another page
  "base-uri 'self'",
  "form-action 'none'",
].join("; ");
