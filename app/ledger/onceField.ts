/** Name of the hidden field by which a form that was sent twice is carried out once. */
export const onceField = "once";
