import { filesAddress } from "~/address/files";
import workerAddress from "./offlineWorker?worker&url";

/**
 * Keeps the page that is open for a time without a network, with the files it has loaded, for the person who reads it.
 * While somebody works on the source nothing is kept: the files there have no names of their own.
 */
export async function keepVisit(personId: string): Promise<void> {
  if (import.meta.env.DEV || !navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(workerAddress, { scope: "/" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: [location.pathname, ...filesOfPage()], of: personId });
  } catch {
    // A browser that refuses a worker shows the page only with a network.
  }
}

function filesOfPage(): string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const linked = [...document.querySelectorAll<HTMLLinkElement>("link[href]")].map(({ href }) => href);
  const shown = [...document.images].map(({ src }) => src);
  const ours = [...loaded, ...linked].filter((one) => new URL(one).pathname.startsWith("/assets/"));
  const photos = shown.filter((one) => new URL(one).pathname.startsWith(filesAddress));
  return [...new Set([...ours, ...photos])].filter((one) => new URL(one).origin === location.origin);
}
