/** True for the addresses that anybody may read without an account. */
export function isPublicAddress(pathname: string): boolean {
  return /^\/(?:(?:days|streets|matters|search|help)(?:\/.*)?)?$/.test(pathname);
}
