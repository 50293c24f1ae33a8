/**
 * Rises with every change of how notes are held, or of the nodes, marks or attributes in which they are shown. A page of
 * an older version would delete from the shared document what it does not know, so the server refuses it (close code
 * 4409).
 */
export const editorSchemaVersion = 3;
