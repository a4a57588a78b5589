// Named secrets are redacted in every notation, and nothing else is.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuMs } from '../../testing/cpu-time.ts';
import { redactNamedSecrets } from './named-secrets.ts';
import { redactSecrets } from './redact-secrets.ts';

const names = [
  ...['access_token', 'refresh_token', 'id_token', 'client_secret', 'client_assertion', 'password', 'code_verifier'],
  ...['accessToken', 'Refresh-Token', 'PASSWORD', 'xero_client_secret', 'new_password'],
];

/** A secret with arbitrary characters inside, and a part that no notation changes. */
const secret = fc
  .tuple(fc.string({ minLength: 8, maxLength: 30 }), fc.stringMatching(/^[A-Za-z0-9]{12}$/))
  .map(([odd, plain]) => ({ value: `${plain}${odd}${plain}`, plain }));

const notations: Readonly<Record<string, (name: string, value: string) => string>> = {
  query: (name, value) => `https://app.example/?a=1&${name}=${encodeURIComponent(value)}&b=2#c`,
  form: (name, value) => `grant_type=refresh_token&${new URLSearchParams([[name, value]])}&b=it's`,
  JSON: (name, value) => JSON.stringify({ a: 'x', [name]: value, b: 'y' }),
  'JSON with spaces': (name, value) => JSON.stringify({ a: 'x', [name]: value }, null, 4),
  'JSON in JSON': (name, value) => JSON.stringify({ a: JSON.stringify({ [name]: value, b: 1 }), b: 'y' }),
  'JSON in JSON in JSON': (name, value) =>
    JSON.stringify({ a: JSON.stringify({ a: JSON.stringify({ [name]: value, b: 1 }) }), b: 'y' }),
  'a URL in JSON': (name, value) =>
    JSON.stringify({ next: `https://a.example/?${name}=${encodeURIComponent(value)}`, b: 1 }),
  'JSON in a query': (name, value) => `?state=${encodeURIComponent(JSON.stringify({ [name]: value, b: 1 }))}&b=2`,
  'a URL in a query': (name, value) =>
    `?to=${encodeURIComponent(`https://a.example/?${name}=${encodeURIComponent(value)}&c=1`)}&b=2`,
};

describe('redactNamedSecrets', () => {
  test.each(Object.entries(notations))('redacts a secret in %s', (_, write) => {
    const property = fc.property(fc.constantFrom(...names), secret, (name, { value, plain }) => {
      const text = write(name, value);
      const redacted = redactNamedSecrets(text);
      expect(redacted).not.toContain(plain);
      expect(redacted).toContain('[redacted]');
      expect(redactNamedSecrets(redacted)).toBe(redacted);
      if (text.startsWith('{')) expect(() => JSON.parse(redacted)).not.toThrow();
    });
    fc.assert(property);
  });

  test.each([
    ['?a=1&access_token=abc&b=2', '?a=1&access_token=[redacted]&b=2'],
    ['?access_token=a%26b#x', '?access_token=[redacted]#x'],
    ['{"refresh_token":"a\\"b","c":1}', '{"refresh_token":"[redacted]","c":1}'],
    ['{ "password" : 12345, "c": 1 }', '{ "password" : "[redacted]", "c": 1 }'],
    ['{"a":"{\\"password\\":1}"}', '{"a":"{\\"password\\":\\"[redacted]\\"}"}'],
    ['{"password":"cut o', '{"password":"[redacted]'],
    ['password = "a b" x', 'password = "[redacted]" x'],
    [
      '{"refresh_token"=>"abc", :token=>"abc", "b"=>1}',
      '{"refresh_token"=>"[redacted]", :token=>"[redacted]", "b"=>1}',
    ],
    ['{"grant_type":"authorization_code","code":"abc"}', '{"grant_type":"authorization_code","code":"[redacted]"}'],
    ['{"code":"abc","redirectUri":"x"}', '{"code":"[redacted]","redirectUri":"x"}'],
    ['[refresh_token] => abc\n    [b] => 1', '[refresh_token] => [redacted]\n    [b] => 1'],
    ['["token"]=>\n  string(3) "abc"\n', '["token"]=>\n  string(3) "[redacted]"\n'],
    ["{'token': b'abc', 'b': 1}", "{'token': b'[redacted]', 'b': 1}"],
    ['{&#34;token&#34;:&#34;abc&#34;,&#34;b&#34;:1}', '{&#34;token&#34;:&#34;[redacted]&#34;,&#34;b&#34;:1}'],
    ['<p>{&#x27;token&#x27;: &#x27;abc&#x27;}', '<p>{&#x27;token&#x27;: &#x27;[redacted]&#x27;}'],
    ['{"a":"{\\u0022token\\u0022:\\u0022abc\\u0022}"}', '{"a":"{\\"token\\":\\"[redacted]\\"}"}'],
    ['<script>"{\\u0022token\\u0022:\\u0022abc\\u0022}"', '<script>"{\\u0022token\\u0022:\\u0022[redacted]\\u0022}"'],
    ['{"a":"/?token\\u003dabc\\u0026b\\u003d1"}', '{"a":"/?token=[redacted]&b=1"}'],
    ['<a href="?id_token=abc">x</a>', '<a href="?id_token=[redacted]">x</a>'],
    ['password=[redacted]abc&c', 'password=[redacted]&c'],
    ['eyJhbFPWDBB==&#46;abc&c', 'eyJhbFPWDBB=[redacted]&c'],
    [
      '?token=abc&api_key=abc&apikey=abc&session=abc',
      `?${['token', 'api_key', 'apikey', 'session'].map((each) => `${each}=[redacted]`).join('&')}`,
    ],
    [
      '?access%5Ftoken=abc&access_token[]=abc&access_token%5B0%5D=abc',
      '?access%5Ftoken=[redacted]&access_token[]=[redacted]&access_token%5B0%5D=[redacted]',
    ],
    ['https://app.example/callback?code=abc&state=x', 'https://app.example/callback?code=[redacted]&state=x'],
    [
      '?to=https%3A%2F%2Fapp.example%2F%3Fcode%3Dabc%26b%3D1',
      '?to=https%3A%2F%2Fapp.example%2F%3Fcode%3D[redacted]%26b%3D1',
    ],
    ['grant_type=authorization_code&code=abc', 'grant_type=authorization_code&code=[redacted]'],
    ['?a%62=1&acc%65ss%5Ftok%65n=abc', '?a%62=1&access_token=[redacted]'],
    ['?%63ode=abc', '?code=[redacted]'],
    ['code=abc&redirect_uri=x', 'code=[redacted]&redirect_uri=x'],
    ['{"access_token":{"value":"abc"},"b":1}', '{"access_token":{"value":"[redacted]"},"b":1}'],
    ['{"set-cookie":["sid=abc","b"]}', '{"set-cookie":["[redacted]","[redacted]"]}'],
    [
      '{"config":{"headers":{"Authorization":"abc","b":"c"}}}',
      '{"config":{"headers":{"Authorization":"[redacted]","b":"c"}}}',
    ],
    ['{"rawHeaders":["Cookie","sid=abc","Host","b"]}', '{"rawHeaders":["Cookie","[redacted]","Host","b"]}'],
    ['[{"name":"refresh_token","value":"abc"}]', '[{"name":"refresh_token","value":"[redacted]"}]'],
    ['{"value":"abc","name":"Authorization"}', '{"value":"[redacted]","name":"Authorization"}'],
    ['{"val":"abc","key":"client_secret"}', '{"val":"[redacted]","key":"client_secret"}'],
    ['{"content":"abc","header":"X-Api-Key"}', '{"content":"[redacted]","header":"X-Api-Key"}'],
    ['{"text":"abc","field":"DB_PASS"}', '{"text":"[redacted]","field":"DB_PASS"}'],
    ['{"data":{"x":["abc"]},"id":"cookie"}', '{"data":{"x":["[redacted]"]},"id":"cookie"}'],
    ['{"v":123456,"k":"otp"}', '{"v":"[redacted]","k":"otp"}'],
    ['{"parameter":"auth","value":"abc"}', '{"parameter":"auth","value":"[redacted]"}'],
    ['{"name":"token","given":"Zq7XkV2mB9wLr4TnY8pS"}', '{"name":"token","given":"[redacted]"}'],
    [
      '{"a":"{\\"value\\":\\"abc\\",\\"name\\":\\"otp\\"}"}',
      '{"a":"{\\"value\\":\\"[redacted]\\",\\"name\\":\\"otp\\"}"}',
    ],
    ['[["X-Auth","abc"],["Host","b"]]', '[["X-Auth","[redacted]"],["Host","b"]]'],
    ['[["auth","Zq7XkV2mB9wLr4TnY8pS"]]', '[["auth","[redacted]"]]'],
    ['["client_secret","Zq7XkV2mB9wLr4TnY8pS"]', '["client_secret","[redacted]"]'],
    ['{"tokens":{"Zq7XkV2mB9wLr4TnY8pS":1}}', '{"tokens":{"[redacted]":1}}'],
    ['{"otp":[123456,"abc"]}', '{"otp":["[redacted]","[redacted]"]}'],
    ['{"sid":"abc","pass":"abc","DB_PASS":"abc"}', '{"sid":"[redacted]","pass":"[redacted]","DB_PASS":"[redacted]"}'],
    [
      '{"X-Auth-Key":"abc","X-Auth":"abc","auth":"abc"}',
      '{"X-Auth-Key":"[redacted]","X-Auth":"[redacted]","auth":"[redacted]"}',
    ],
    ['sid=abc&otp=1&a=1', 'sid=[redacted]&otp=[redacted]&a=1'],
    ['a=1\nDB_PASS=abc\nb=1', 'a=1\nDB_PASS=[redacted]\nb=1'],
    ["curl -H 'X-Auth: abc' x", "curl -H 'X-Auth: [redacted]' x"],
    ['{"pass\\u0077ord":"abc"}', '{"pass\\u0077ord":"[redacted]"}'],
    ['{"a":"{\\"access_token\\":[\\"abc\\"]}"}', '{"a":"{\\"access_token\\":[\\"[redacted]\\"]}"}'],
    ['Error: {"set-cookie":["sid=abc]"],"b":1}', 'Error: {"set-cookie":"[redacted]","b":1}'],
    ['<access_token>abc</access_token>', '<access_token>[redacted]</access_token>'],
    ['<a:Token x="1"><Value>abc</Value></a:Token><b>c</b>', '<a:Token x="1">[redacted]</a:Token><b>c</b>'],
    [
      '--x\r\nContent-Disposition: form-data; name="refresh_token"\r\n\r\nabc\r\n--x--',
      '--x\r\nContent-Disposition: form-data; name="refresh_token"\r\n\r\n[redacted]\r\n--x--',
    ],
    [
      '<input name="csrf_token" type="hidden" value="abc">',
      '<input name="csrf_token" type="hidden" value="[redacted]">',
    ],
    ['<meta name="csrf-token" content="abc">', '<meta name="csrf-token" content="[redacted]">'],
    ['<input value="abc" name="csrf_token">', '<input value="[redacted]" name="csrf_token">'],
    ['<add key="ClientSecret" value="abc"/>', '<add key="ClientSecret" value="[redacted]"/>'],
    [
      '--x\r\nContent-Disposition: form-data; name=token\r\n\r\nabc\r\n--x--',
      '--x\r\nContent-Disposition: form-data; name=token\r\n\r\n[redacted]\r\n--x--',
    ],
    ['<td>Cookie</td>\n <td>a=1; b=2</td>', '<td>Cookie</td>\n <td>[redacted]</td>'],
    [
      '<td>CSRF_COOKIE</td><td class="a"><pre>&#x27;abcd1&#x27;</pre>',
      '<td>CSRF_COOKIE</td><td class="a"><pre>[redacted]</pre>',
    ],
    ['<key>access_token</key><value>abcdefg1</value>', '<key>access_token</key><value>[redacted]</value>'],
    ['["mysql","--password","abc","b"]', '["mysql","--password","[redacted]","b"]'],
    ['{"API key":"abc","pass_hash":"abc"}', '{"API key":"[redacted]","pass_hash":"[redacted]"}'],
    ['?api.key=abc&api+key=abc&api%20key=abc', '?api.key=[redacted]&api+key=[redacted]&api%20key=[redacted]'],
    ['<input name=password value=abc>', '<input name=password value=[redacted]>'],
    [
      '--x\r\nContent-Disposition: form-data; name = "token"\r\n\r\nabc\r\n--x--',
      '--x\r\nContent-Disposition: form-data; name = "token"\r\n\r\n[redacted]\r\n--x--',
    ],
    [
      "--x\r\nContent-Disposition: form-data; name*=UTF-8''token\r\n\r\nabc\r\n--x--",
      "--x\r\nContent-Disposition: form-data; name*=UTF-8''token\r\n\r\n[redacted]\r\n--x--",
    ],
    ['a: 1\nrefresh_token: abc\nb: 2', 'a: 1\nrefresh_token: [redacted]\nb: 2'],
    ['> Cookie: a=1; b=2\n> Host: x', '> Cookie: [redacted]\n> Host: x'],
  ])('%s becomes %s', (text, redacted) => {
    expect(redactNamedSecrets(text)).toBe(redacted);
    expect(redactNamedSecrets(redacted)).toBe(redacted);
  });

  test.each([
    'grant_type=refresh_token&client_assertion_type=x',
    '{"password":null,"id_token":true,"access_token":""}',
    '{"modelState":{"model.Password":["The password is too short"]}}',
    'Your password: it must be long',
    'Password: it must be long',
    '{"name":"Session: kitchen","description":"Cookie: chocolate chip"}',
    'Request failed with error code=5',
    '{"label":"Password:","help":"Enter it"}',
    '{"a":"the token=","b":"c"}',
    '{"code":"ERR_BAD_REQUEST","config":{"data":"{\\"grant_type\\":\\"x\\"}"}}',
    '{"code":"abc","scopes":["session","projects"],"nextToken":"abc","token_type":"Bearer"}',
    '{"modelState":{"token":["The token is too short"]}}',
    '{"Type":null,"Title":"Unauthorized","Status":401,"Detail":"TokenExpired: token expired at 11/22/2026 09:22:02"}',
    '{"Title":"Forbidden","Status":403,"Detail":"AuthenticationUnsuccessful"}',
    '{"name":"Cookie shop","value":"abc"}',
    '{"name":"Token","taskId":"00f1a4e5-8f4a-4b3c-9f3a-2f1c6d7e8a90","status":"ACTIVE"}',
    '{"value":"abc","name":"Project"}',
    '{"auth":"basic","pin":true,"signature":"Kind regards, Pat","ticket":"SUP-1234"}',
    '{"passenger":"a","bypass":"b","author":"c","authEventId":"d","tokenType":"Bearer","residence":"e","pinned":"f"}',
    '{"session":{"expires_in":1800,"count":3}}',
    'bypass=1&side=left&author=ann',
    'Auth: basic',
    '<token/><b>c</b>',
    '<h1>Session</h1><p>Expired</p>',
    '<td>Session</td><td>2026-11-22</td>',
    'Token => none',
    '<th>Token</th><td>is 12 hours old</td>',
    'oauth_problem=token_expired&oauth_problem_advice=The%20access%20token%20has%20expired',
  ])('does not change %s', (text) => {
    expect(redactNamedSecrets(text)).toBe(text);
  });

  test.each([
    ...[
      'password=',
      'password="',
      'password\\"',
      '"password":',
      'password ',
      'password%22:%22',
      'password=\\&',
      'token=>',
      'token=&#34;',
      'token\\u0022:\\u0022',
      'token',
    ],
    ...[
      '<token>',
      '<token a',
      '"token":[',
      '{"token":[',
      'a {"token":[',
      'name="token"',
      'name=token ',
      '<a value="b" name="token"',
      '>token</a><b>',
      '&code=',
      'token[',
      '\ntoken:',
      'a-',
    ],
    ...[
      '{"name":"otp",',
      '{"value":1,"name":"otp"},',
      'pass',
      'auth:',
      '"X-Auth: ',
      "'auth-pass: a",
      'sid=',
      'ghp_',
      'SK0a',
      'sk-',
    ],
    ...[
      '-----BEGIN PRIVATE KEY',
      '-----BEGIN ',
      '://',
      '%3A%2F%2F',
      '%2565',
      '\\u0065',
      '&#101;',
      '\\/',
      '/oauth?a=',
      '&a=Zq7XkV2mB9w',
    ],
    ...[
      'ewog',
      'ICAg',
      'IHsi',
      'eyJh%2E',
      'eyJhbGciOiJub25lIn0.',
      'eyJhbGciOiJub25lIn0.eyJh/',
      'eyJh+',
      'CgoK',
      '77u/',
    ],
    ...[
      'basic ',
      'Basic a.',
      'ntlm ',
      '- "password: ',
      'password%5b',
      '--password ',
      "('cookie', ",
      'name=password value=',
    ],
    ...['Bearer ', 'bearer abc.', 'authorization: ', '://a:', '//', '["cookie",', '%61', '&%61'],
  ])('redacts 1 MB of %j without noticeable delay', (text) => {
    const many = text.repeat(1_000_000 / text.length);
    expect(cpuMs(() => redactSecrets(many))).toBeLessThan(1_500);
  });
});

test('a named token becomes its fingerprint, any other secret a plain marker', () => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhYmMifQ.signature';
  expect(redactSecrets(`access_token=${token}&refresh_token=abc`)).toMatch(
    /^access_token=\[token [0-9a-f]{8}\]&refresh_token=\[redacted\]$/,
  );
});

describe('redactSecrets', () => {
  test.each([
    ['{"a":"Bearer abcdefgh1"}', '{"a":"Bearer [redacted]"}'],
    ['Authorization: Bearer abcdefghi', 'Authorization: [redacted]'],
    ['sent authorization: basic abc', 'sent authorization: basic [redacted]'],
    ['{"a":["Authorization","Basic Y2xpZW50OnNlY3JldA=="]}', '{"a":["Authorization","[redacted]"]}'],
    ['tried Basic Y2xpZW50OnNlY3JldA== and', 'tried Basic [redacted] and'],
    ['https://u:abc@app.example/a@b', 'https://[redacted]@app.example/a@b'],
    ['tried https://abc@app.example/ and', 'tried https://[redacted]@app.example/ and'],
    ['https://abc@app.example/', 'https://[redacted]@app.example/'],
    ['Negotiate YIIZq7XkV2mB9wLr4TnY8pS==', 'Negotiate [redacted]'],
    ['got NTLM TlRMTVNTUAACAAAADAAMADgA', 'got NTLM [redacted]'],
    ['see amqp://u:abc@app.example now', 'see amqp://[redacted]@app.example now'],
  ])('%s becomes %s', (text, redacted) => {
    expect(redactSecrets(text)).toBe(redacted);
    expect(redactSecrets(redacted)).toBe(redacted);
  });

  test.each([
    'Bearer error="invalid_token", error_description="The token expired"',
    'Bearer error=invalid_token',
    'Bearer authentication failed',
    'Negotiate, NTLM, Basic realm="a"',
    'Negotiate prices with the supplier',
    'Basic landscaping for jo@acme.example',
    'https://app.example/a:b@c',
    'see https://app.example,jo@acme.example',
    'https://app.example and jo@acme.example',
    '//acme.example: jo@acme.example',
  ])('does not change %s', (text) => {
    expect(redactSecrets(text)).toBe(text);
  });
});
