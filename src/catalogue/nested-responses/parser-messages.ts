// Source: the JSON parsers that each row names. What they say about a body that isn't JSON, such as Xero's plain-text 404.

import { type Citation, recorded, secondary } from '../citation.ts';

export interface ParserMessage {
  readonly parser: string;
  /**
   * The groups are named `letter`, the first character of the body, or `start`, more of its beginning. A pattern without groups matches a
   * message that shows nothing of the body.
   */
  readonly pattern: RegExp;
  readonly example: string;
  /** What the example shows of the body. */
  readonly shows: string;
  readonly citation: Citation;
}

const v8 = secondary(
  'V8, messages of JSON.parse',
  'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/JSON_bad_parse',
);

/** The first match applies: messages that show more of the body come first. */
export const parserMessages: readonly ParserMessage[] = [
  {
    parser: 'V8 (Node, Chrome)',
    pattern: /Unexpected token '?[^\s']'?, (?:\\?")(?<start>[^"\\]{1,60})(?:\\?")?\.{0,3}[^.]{0,20}is not valid JSON/,
    example: `Unexpected token 'T', "The resour"... is not valid JSON`,
    shows: 'The resour',
    citation: v8,
  },
  {
    parser: 'Ruby’s JSON',
    pattern: /unexpected (?:token|character) at '(?<start>[^\n]{1,60}?)(?:'(?![a-z])|$|\n)/i,
    example: "unexpected token at 'The resource you're looking for cannot be found'",
    shows: "The resource you're looking for cannot be found",
    citation: secondary('Ruby, json parser', 'https://github.com/ruby/json/tree/master/ext/json/ext/parser'),
  },
  {
    parser: 'Dart',
    pattern: /FormatException: Unexpected character \(at (?:line 1, )?character 1\)\s{1,4}(?<start>[^\n]{1,60})/,
    example:
      "FormatException: Unexpected character (at character 1)\nThe resource you're looking for cannot be found\n^",
    shows: "The resource you're looking for cannot be found",
    citation: secondary('Dart, FormatException', 'https://api.dart.dev/dart-core/FormatException-class.html'),
  },
  {
    parser: 'Jackson',
    pattern: /Unrecognized token '(?<start>\w{1,60})': was expecting/,
    example:
      "Unrecognized token 'The': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
    shows: 'The',
    citation: secondary('Jackson, ParserMinimalBase', 'https://github.com/FasterXML/jackson-core'),
  },
  {
    parser: 'JavaScriptCore (Safari, Bun)',
    pattern: /JSON Parse error: Unexpected identifier "(?<start>\w{1,60})"/,
    example: 'JSON Parse error: Unexpected identifier "The"',
    shows: 'The',
    citation: v8,
  },
  {
    parser: 'V8 before 2022',
    pattern: /Unexpected token '?(?<letter>[^\s'])'? in JSON at position 0\b/,
    example: 'Unexpected token T in JSON at position 0',
    shows: 'T',
    citation: v8,
  },
  {
    parser: 'Json.NET',
    pattern:
      /Unexpected character encountered while parsing value: (?<letter>\S)\. Path '', line [01], position [01]\b/,
    example: "Unexpected character encountered while parsing value: T. Path '', line 0, position 0.",
    shows: 'T',
    citation: recorded('Xero-NetStandard issue 490', 'https://github.com/XeroAPI/Xero-NetStandard/issues/490'),
  },
  {
    parser: 'System.Text.Json',
    pattern:
      /'(?<letter>\S)' is an invalid start of a value\.(?: Path: \$)?(?: \| LineNumber: 0)?(?: \| BytePositionInLine: 0\b|$)/,
    example: "'T' is an invalid start of a value. Path: $ | LineNumber: 0 | BytePositionInLine: 0.",
    shows: 'T',
    citation: secondary(
      '.NET, System.Text.Json',
      'https://learn.microsoft.com/dotnet/standard/serialization/system-text-json',
    ),
  },
  {
    parser: 'Go',
    pattern: /invalid character '(?<letter>[^']{1,2})' looking for beginning of value/,
    example: "invalid character 'T' looking for beginning of value",
    shows: 'T',
    citation: secondary('Go, encoding/json', 'https://pkg.go.dev/encoding/json'),
  },
  {
    parser: 'Jason (Elixir)',
    pattern: /unexpected byte at position 0: 0x[0-9a-f]{2} \(\\?"(?<letter>[^"\\])\\?"\)/i,
    example: 'unexpected byte at position 0: 0x54 ("T")',
    shows: 'T',
    citation: secondary('Jason, DecodeError', 'https://hexdocs.pm/jason/Jason.DecodeError.html'),
  },
  {
    parser: 'Python',
    pattern: /Expecting value: line 1 column 1 \(char 0\)/,
    example: 'Expecting value: line 1 column 1 (char 0)',
    shows: '',
    citation: secondary('Python, json', 'https://docs.python.org/3/library/json.html#json.JSONDecodeError'),
  },
  {
    parser: 'V8, an empty body',
    pattern: /Unexpected end of (?:JSON )?input\b/,
    example: 'Unexpected end of JSON input',
    shows: '',
    citation: v8,
  },
  {
    parser: 'Firefox',
    pattern: /JSON\.parse: unexpected character at line 1 column 1/,
    example: 'JSON.parse: unexpected character at line 1 column 1 of the JSON data',
    shows: '',
    citation: v8,
  },
  {
    parser: 'Gson',
    pattern: /Expected BEGIN_(?:OBJECT|ARRAY) but was STRING at line 1 column 1\b/,
    example: 'java.lang.IllegalStateException: Expected BEGIN_OBJECT but was STRING at line 1 column 1 path $',
    shows: '',
    citation: secondary('Gson, Troubleshooting', 'https://github.com/google/gson/blob/main/Troubleshooting.md'),
  },
  {
    parser: 'serde_json',
    pattern: /expected value at line 1 column 1\b/,
    example: 'error decoding response body: expected value at line 1 column 1',
    shows: '',
    citation: secondary('serde_json, Error', 'https://docs.rs/serde_json/latest/serde_json/struct.Error.html'),
  },
];
