// Where the shape of a response body is documented: in the rows that use it. The shapes of body that diagnoses distinguish.

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
  /** A success status with a body that reports an error, whoever wrote it. */
  | 'error-in-success'
  | 'json'
  | 'broken-json'
  /** JSON of which only the beginning was read, without an error in it. */
  | 'partly-read'
  | 'text';
