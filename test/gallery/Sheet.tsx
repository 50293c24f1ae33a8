import { type ReactNode, useEffect, useRef, useState } from "react";
import { parts } from "./parts";
import { type Place, placeHash } from "./place";
import { Stage } from "./Stage";

const languages = ["zh-CN", "en"] as const;
const themes = ["light", "dark"] as const;

/** A state in a window of its own, which it fills (`whole`) or which is as high as the state is. */
function StateFrame({ place, onShown }: { place: Place; onShown: (hash: string) => void }) {
  const { whole, narrow } = parts[place.part ?? ""]?.[place.state ?? ""] ?? {};
  const [height, setHeight] = useState(whole ? 640 : 0);
  const observer = useRef<MutationObserver>();
  useEffect(() => () => observer.current?.disconnect(), []);
  function watch(frame: HTMLIFrameElement) {
    const inside = frame.contentDocument;
    if (!inside) return;
    const look = () => {
      const { shown } = inside.documentElement.dataset;
      if (shown === undefined) return;
      if (!whole) setHeight(inside.body.scrollHeight);
      onShown(shown);
    };
    observer.current?.disconnect();
    observer.current = new MutationObserver(look);
    observer.current.observe(inside.documentElement, { attributes: true, attributeFilter: ["data-shown"] });
    look();
  }
  return (
    <iframe
      title={`${place.part} ${place.state}`}
      src={`/${placeHash(place)}`}
      width={narrow ? 390 : "100%"}
      height={height}
      onLoad={(event) => watch(event.currentTarget)}
    />
  );
}

function Switch({ to, here, children }: { to: Place; here: boolean; children: ReactNode }) {
  return (
    <a href={placeHash(to)} aria-current={here ? "true" : undefined}>
      {children}
    </a>
  );
}

function Choices({ place }: { place: Place }) {
  return (
    <nav className="gallery-choices" aria-label="Gallery">
      <p>
        {languages.map((language) => (
          <Switch key={language} to={{ ...place, language }} here={language === place.language}>
            {language}
          </Switch>
        ))}
        {themes.map((theme) => (
          <Switch key={theme} to={{ ...place, theme }} here={theme === place.theme}>
            {theme}
          </Switch>
        ))}
      </p>
      <ul>
        {Object.keys(parts).map((part) => (
          <li key={part}>
            <Switch to={{ ...place, part }} here={part === place.part}>
              {part}
            </Switch>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** All states of one part, one below the other. Calls `onShown` when the last of them stands. */
function States({ place, onShown }: { place: Place; onShown: () => void }) {
  const states = Object.entries(parts[place.part ?? ""] ?? {});
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const add = (hash: string) => setShown((before) => new Set(before).add(hash));
  const all = states.every(([state]) => shown.has(placeHash({ ...place, state })));
  useEffect(() => {
    if (all) onShown();
  }, [all, onShown]);
  return (
    <main className="gallery-states">
      <h1>{place.part}</h1>
      {states.map(([state, { whole, narrow, first }]) => {
        const own = { ...place, state };
        const hash = placeHash(own);
        return (
          <section key={state} aria-label={state}>
            <h2>{state}</h2>
            {whole || narrow || first ? (
              <StateFrame place={own} onShown={add} />
            ) : (
              <Stage key={hash} place={own} onShown={() => add(hash)} />
            )}
          </section>
        );
      })}
    </main>
  );
}

/** The gallery as people leaf through it: its parts, and one of them in all its states. */
export function Sheet({ place, onShown }: { place: Place; onShown: () => void }) {
  const here = { ...place, part: place.part ?? Object.keys(parts)[0] };
  return (
    <div className="gallery">
      <Choices place={here} />
      <States key={here.part} place={here} onShown={onShown} />
    </div>
  );
}
