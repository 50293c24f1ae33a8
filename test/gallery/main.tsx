import { createRoot } from "react-dom/client";
import "~/ui/styles/index.css";
import "./gallery.css";
import { readPlace } from "./place";
import { Sheet } from "./Sheet";
import { Stage } from "./Stage";

const root = createRoot(document.getElementById("gallery") as HTMLElement);

/** Shows what the address names, a part or one state by itself; `data-shown` on the root says when it stands. */
function show() {
  const place = readPlace(location);
  const { documentElement } = document;
  documentElement.lang = place.language;
  documentElement.dataset.theme = place.theme;
  const { hash } = location;
  const onShown = () => {
    documentElement.dataset.shown = hash;
  };
  const Shown = place.state === undefined ? Sheet : Stage;
  root.render(<Shown key={place.state && hash} place={place} onShown={onShown} />);
}

window.addEventListener("hashchange", show);
show();
