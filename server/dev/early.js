/** With this module Remix begins in a page, before anything that can be exchanged is there. */
const beginning = "\0virtual:remix/inject-hmr-runtime";

// Remix clears its styles by the state of a component, which there is only then.
const untilTaken = `
let taken = false;
const taking = new Promise((resolve) => {
  const hook = window.__REACT_DEVTOOLS_GLOBAL_HOOK__;
  const { onCommitFiberRoot } = hook;
  hook.onCommitFiberRoot = (...commit) => {
    taken = true;
    resolve();
    return onCommitFiberRoot.apply(hook, commit);
  };
});
import.meta.hot.on("vite:beforeUpdate", () => taking);
let clearStyles;
Object.defineProperty(window, "__remixClearCriticalCss", {
  get: () => (taken ? clearStyles : () => undefined),
  set: (given) => {
    clearStyles = given;
  },
});`;

/**
 * Lets a change that comes early wait until React has taken over the page: Vite awaits all who listen before it
 * exchanges anything. Remix would hand the change to a router that is not there yet, it would be lost, and the page
 * would go on showing what was before it.
 */
export const earlyChanges = {
  name: "huishang:early-changes",
  transform: (code, id) => (id === beginning ? code + untilTaken : undefined),
};
