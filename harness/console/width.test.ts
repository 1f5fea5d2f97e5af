import stringWidth from "string-width";
import { expect, it } from "vitest";
import { textWidth } from "./width.js";

it("every character alone, and between others, is as wide as the library says", () => {
  for (let code = 0x20; code < 0x3000; code++) {
    const char = String.fromCodePoint(code);
    expect([textWidth(char), textWidth(`a${char}b`)], char).toEqual([stringWidth(char), stringWidth(`a${char}b`)]);
  }
});
