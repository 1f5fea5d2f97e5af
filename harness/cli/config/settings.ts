import { type Command, InvalidArgumentError, type Option } from "commander";
import { type ConfigFile, wrong } from "./file.js";
import { nearest } from "./nearest.js";

/** One option of one command that a config file sets. */
export interface Setting {
  command: Command;
  option: Option;
  /** As the command's own parser made it. */
  value: unknown;
  /** `file:line:column`. */
  at: string;
}

/** What only the command line can mean: a config file that asked for it would ask for it each time. */
const NEVER = new Set(["help", "config", "json", "dryRun", "resume", "retryFailed", "remove", "force"]);

/**
 * Every setting of a config file, its commands, options and values checked by the commands' own definitions. Keys are the
 * commands (`data: { prepare: { … } }` for those under another) and the long options' names.
 *
 * @throws UserError for the first that is wrong, with its place and the nearest name that is right.
 */
export function settingsOf(program: Command, config: ConfigFile): Setting[] {
  return under(program, config.value, [], config);
}

function under(command: Command, given: Record<string, unknown>, path: string[], config: ConfigFile): Setting[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const here = [...path, key];
    const at = config.at(here);
    const below = command.commands.find((child) => child.name() === key);
    if (below) {
      if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        return under(below, value as Record<string, unknown>, here, config);
      }
      throw wrong(`${here.join(".")}: expected its options`, at);
    }
    const option = command.options.find((known) => known.long === `--${key}` || known.long === `--no-${key}`);
    if (option && !NEVER.has(option.attributeName())) {
      return [{ command, option, value: parsed(option, value, here.join("."), at), at }];
    }
    if (option) throw wrong(`${here.join(".")} can be given on the command line only`, at);
    const names = [
      ...command.commands.map((child) => child.name()),
      ...command.options.flatMap(({ long }) => (long ? [long.replace(/^--(no-)?/, "")] : [])),
    ];
    const close = nearest(key, names);
    const what = path.length === 0 ? `there is no command "${key}"` : `${path.join(" ")} has no option "${key}"`;
    throw wrong(what, at, close === null ? undefined : `did you mean ${close}?`);
  });
}

/** Puts a value through the option's own parser, as if it had been typed. */
function parsed(option: Option, value: unknown, name: string, at: string): unknown {
  if (option.isBoolean() || option.negate) {
    if (typeof value === "boolean") return value;
    throw wrong(`${name}: expected true or false`, at);
  }
  const texts = (Array.isArray(value) ? value : [value]).map((item) => {
    if (typeof item === "string" || typeof item === "number" || typeof item === "boolean") return String(item);
    throw wrong(`${name}: expected ${option.variadic ? "a value or a list of values" : "one value"}`, at);
  });
  if (texts.length !== 1 && !option.variadic) throw wrong(`${name}: expected one value`, at);
  try {
    const parse = (text: string): unknown => option.parseArg?.(text, undefined) ?? text;
    if (option.argChoices) {
      const unknown = texts.find((text) => !option.argChoices!.includes(text));
      if (unknown !== undefined) throw new InvalidArgumentError(`Allowed choices are ${option.argChoices.join(", ")}.`);
      return option.variadic ? texts : texts[0];
    }
    return option.variadic ? texts.flatMap(parse) : parse(texts[0]!);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw wrong(`${name}: ${error.message}`, at);
    throw error;
  }
}

/** `data prepare` of the command that is called so: its name among all commands. */
export function pathOf(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at?.parent; at = at.parent) names.unshift(at.name());
  return names.join(" ");
}
