/** The field in which a unit is typed. */
export const unitBox = {
  type: "Name or pinyin initials",
  typeMore: "Names or pinyin initials",
  none: "No unit is called so; try other words",
  found_one: "{{count}} unit found; choose with the arrow keys, Enter takes it",
  found_other: "{{count}} units found; choose with the arrow keys, Enter takes it",
  remove: "Remove {{unit}}",
};
