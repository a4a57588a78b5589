// Where the shape of a response body is documented: in the rows that use it. The forms of body that a diagnosis tells apart.

export type BodyShape =
  | 'empty'
  | 'unavailable'
  | 'model-state'
  | 'problem'
  | 'accounting-error'
  | 'api-exception-xml'
  | 'identity-error'
  | 'legacy-oauth'
  | 'html'
  /** A success status, and a body that reports an error of whoever wrote it. */
  | 'error-in-success'
  | 'json'
  | 'broken-json'
  /** JSON of which only the beginning was read, and that shows no error. */
  | 'partly-read'
  | 'text';
