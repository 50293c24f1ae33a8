import { Link } from "@remix-run/react";

/** Props of {@link UnitName}. */
export interface UnitNameProps {
  name: string;
  to?: string;
  /** The word for its part in the matter: "lead", "assists". */
  part?: string;
}

/** A unit, with its part in the matter where it has one. */
export function UnitName({ name, to, part }: UnitNameProps) {
  return (
    <span className="unit">
      {to === undefined ? name : <Link to={to}>{name}</Link>}
      {part && <span className="unit-part">{part}</span>}
    </span>
  );
}
