// Importing the package starts the recorder; it exports nothing.
export {};
