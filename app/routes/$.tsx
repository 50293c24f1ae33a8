import { foundOrThrow } from "~/access/request.server";

/** Every address that is not ours. */
export function loader() {
  return foundOrThrow(null);
}

export default function NotFound() {
  return null;
}
