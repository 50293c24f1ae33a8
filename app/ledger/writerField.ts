/** Name of the hidden field in which a form that is sent later says whose it is: the id of a person. */
export const writerField = "writer";
