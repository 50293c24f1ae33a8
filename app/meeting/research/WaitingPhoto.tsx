import { useEffect, useState } from "react";
import { smallPicture } from "./smallPicture.client";

/** A photo that this phone keeps, small; its name alone where the browser cannot show it. */
export function WaitingPhoto({ file }: { file: File }) {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    void smallPicture(file).then((made) => shown && setPicture(made));
    return () => {
      shown = false;
    };
  }, [file]);
  return picture && <img className="visit-waiting-photo" src={picture} alt="" />;
}
