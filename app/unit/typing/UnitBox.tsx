import { getCollectionProps, getSelectProps } from "@conform-to/react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { ChoiceInputs } from "~/ui/form/ChoiceSet";
import { FieldErrors } from "~/ui/form/FieldErrors";
import { controlState, describedBy, FieldFrame, type FieldProps, framing } from "~/ui/form/FieldFrame";
import { Labelled, LabelledSet, type Wording } from "~/ui/form/Labelled";
import { usePlainField } from "~/ui/form/usePlainField";
import { useHydrated } from "~/ui/useHydrated";
import { UnitCombo, type UnitComboFieldProps } from "./UnitCombo";
import { unitWords } from "./UnitOptions";
import type { ProposedUnit, UnitChoice } from "./unitMatch";
import "./typing.css";

/** What every box takes in which a unit is typed. */
interface UnitsToType {
  units: readonly UnitChoice[];
  /** The likely ones, which come first, each with its reason. */
  proposed?: readonly ProposedUnit[];
}

/** Props of {@link UnitBox} and {@link UnitsBox}. */
export type UnitBoxProps<Schema> = FieldProps<Schema> & UnitsToType;

/** Props of {@link PlainUnitBox}. */
export interface PlainUnitBoxProps extends Wording, UnitsToType {
  name: string;
  defaultValue?: string;
  required?: boolean;
  /** What no unit at all means; left out, that one has to be chosen yet. */
  blank?: string;
}

/** The choices of a plain control, by which the units are told apart from their first character on. */
function usePlainChoices({ units, proposed = [] }: UnitsToType) {
  const { i18n } = useTranslation();
  const likely = proposed.flatMap(({ id }) => units.filter((unit) => unit.id === id));
  const others = units.filter((unit) => !likely.includes(unit));
  return [...likely, ...others].map((unit) => {
    const { short, full } = unitWords(unit, i18n.language);
    return { value: unit.id, label: full ? `${short} · ${full}` : short };
  });
}

function PlainOptions({ blank, ...props }: UnitsToType & { blank?: string }) {
  const { t } = useTranslation();
  return (
    <>
      <option value="">{blank ?? t("ui.choose")}</option>
      {usePlainChoices(props).map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}

type CarriedProps = Omit<UnitComboFieldProps, "carrier"> & { children: ReactNode };

/** Plain controls, and once script runs the field in which units are typed, which sets them. */
function Carried({ children, ...combo }: CarriedProps) {
  const hydrated = useHydrated();
  const carrier = useRef<HTMLDivElement>(null);
  return (
    <div className="unit-box">
      <div ref={carrier} hidden={hydrated}>
        {children}
      </div>
      {hydrated && <UnitCombo {...combo} carrier={carrier} />}
    </div>
  );
}

/** One unit, typed by its name, its short name or its pinyin; a <select> without script. */
export function UnitBox<Schema>(props: UnitBoxProps<Schema>) {
  const { field, label, units, proposed } = props;
  const hydrated = useHydrated();
  const { key, id, required, ...control } = getSelectProps(field, { ariaAttributes: false });
  const state = controlState(props);
  return (
    <FieldFrame {...props}>
      <Carried {...{ id, label, units, proposed }} {...state} aria-required={required}>
        <select
          key={key}
          {...control}
          {...state}
          id={hydrated ? `${id}-plain` : id}
          required={required && !hydrated}
          className="input select"
        >
          <PlainOptions {...{ units, proposed }} />
        </select>
      </Carried>
    </FieldFrame>
  );
}

/** Any number of units, typed one after another; checkboxes without script. */
export function UnitsBox<Schema>(props: UnitBoxProps<Schema>) {
  const { field, label, hint, units, proposed } = props;
  const options = usePlainChoices({ units, proposed });
  const values = options.map(({ value }) => value);
  const boxes = getCollectionProps(field, { type: "checkbox", options: values, ariaAttributes: false });
  return (
    <LabelledSet {...framing(props)} describedBy={describedBy(field, hint)}>
      <Carried {...{ label, units, proposed }} multiple aria-label={label} {...controlState(props)}>
        <ChoiceInputs
          options={options}
          input={(_choice, at) => {
            const { key: _key, required: _required, ...control } = boxes[at]!;
            return control;
          }}
        />
      </Carried>
      <FieldErrors field={field} />
    </LabelledSet>
  );
}

/** One unit in a form that is checked where it is sent; keeps what was chosen when refused. */
export function PlainUnitBox(props: PlainUnitBoxProps) {
  const { name, units, proposed, defaultValue, required, blank, ...wording } = props;
  const hydrated = useHydrated();
  const { frame, control, typed } = usePlainField(name, wording.hint);
  const chosen = typed ?? defaultValue;
  const described = { "aria-describedby": control["aria-describedby"] };
  return (
    <Labelled {...wording} {...frame}>
      <Carried
        {...{ id: frame.id, label: wording.label, units, proposed, required }}
        {...described}
        {...(blank && { placeholder: blank })}
      >
        <select
          {...control}
          id={hydrated ? `${frame.id}-plain` : frame.id}
          required={required && !hydrated}
          className="input select"
          // A new default reaches a <select> that stands already in no other way.
          key={String(chosen)}
          defaultValue={chosen}
        >
          <PlainOptions {...{ units, proposed, blank }} />
        </select>
      </Carried>
    </Labelled>
  );
}
