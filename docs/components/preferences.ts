/** What a reader may choose for all pages; the first value is what holds until they choose. */
const CHOICES = {
  theme: ["system", "light", "dark"],
  from: ["both", "jvm", "python"],
  presentation: ["off", "on"],
  notes: ["off", "on"],
  code: ["ts", "python", "java"]
} as const;

export type Preference = keyof typeof CHOICES;
export type Choice<Name extends Preference = Preference> = (typeof CHOICES)[Name][number];

/** What holds now: `chosen("from")` is where the reader comes from. */
export function chosen<Name extends Preference>(name: Name): Choice<Name> {
  return checked(name, document.documentElement.dataset[name]);
}

/** Takes a choice, marks the root element with it (`data-from="jvm"`), and keeps it in this browser. */
export function choose(name: Preference, value: string): void {
  const choice = checked(name, value);
  mark(name, choice);
  try {
    localStorage.setItem(name, choice);
  } catch {
    // A browser that keeps nothing still switches.
  }
}

/** Marks the root element with all that was chosen before. */
export function recallChoices(): void {
  for (const name of Object.keys(CHOICES) as Preference[]) mark(name, checked(name, kept(name)));
}

/** The default leaves no mark, so that style sheets and pages without JavaScript know only one of them. */
function mark(name: Preference, choice: Choice): void {
  if (choice === CHOICES[name][0]) delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = choice;
}

function kept(name: Preference): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function checked<Name extends Preference>(name: Name, value: string | null | undefined): Choice<Name> {
  const choices: readonly string[] = CHOICES[name];
  return (choices.includes(value ?? "") ? value : choices[0]) as Choice<Name>;
}
