import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** Gives the page the nonce that its Content-Security-Policy allows. */
export const NonceProvider = NonceContext.Provider;

/** The nonce for inline scripts; undefined in the browser, where it is not needed any more. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}

/** The same in the browser, for what adds a style sheet to the page; a browser tells it to scripts alone. */
export function nonceOfPage(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
}
