// Source: the libraries that each row names. How their error messages mention the status of a response.

import { type Citation, secondary } from '../citation.ts';

export interface StatusWording {
  readonly writer: string;
  /** The first group is the status, unless the row has a `status`. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly status: number;
  /** What the words mean, if the pattern has no group. */
  readonly isFixed?: true;
  /**
   * `client`: only an HTTP client that called another server says this. `any`: servers also say it about their own response, so a status that
   * equals the back end's proves nothing.
   */
  readonly saidBy: 'client' | 'any';
  readonly citation: Citation;
}

const inSentences = secondary('Error messages of integrators’ servers');
const failure = '([45]\\d\\d)';

/** The words that follow a status, as in `429 Too Many Requests`. */
const reasons = [
  ...['Bad Request', 'Unauthori[sz]ed', 'Forbidden', 'Not Found', 'Method Not Allowed', 'Not Acceptable', 'Conflict'],
  ...['Request Timeout', '(?:Payload|Content|Request Entity) Too Large', 'Unsupported Media Type', 'Too Many Requests'],
  ...['Unprocessable (?:Entity|Content)', 'Internal Server Error', 'Bad Gateway', 'Service Unavailable'],
  ...['Gateway Time-?out'],
].join('|');

/** What may follow a status in a sentence, so that "returned 429 projects" has none. */
const end = `(?=\\s*(?:[:;,.!)\\]"'\`\\-–|\\n]|$|(?:for|from|on|when|while|error|response|calling|status)\\b|(?:${reasons})\\b))`;

const xeroJava = secondary(
  'Xero-Java, exception classes',
  'https://github.com/XeroAPI/Xero-Java/tree/master/src/main/java/com/xero/api/exception',
);
const pyxero = secondary(
  'pyxero, exceptions.py',
  'https://github.com/freakboy3742/pyxero/blob/main/src/xero/exceptions.py',
);

/** The first match applies: the more specific patterns come first. */
export const statusWordings: readonly StatusWording[] = [
  {
    writer: 'axios, ky',
    pattern: new RegExp(`\\bRequest failed with status code ${failure}\\b`, 'i'),
    example: 'Request failed with status code 429',
    status: 429,
    saidBy: 'client',
    citation: secondary('axios, settle.js', 'https://github.com/axios/axios/blob/v1.x/lib/core/settle.js'),
  },
  {
    writer: 'got',
    pattern: new RegExp(`\\bResponse code ${failure}\\b`),
    example: 'Response code 403 (Forbidden)',
    status: 403,
    saidBy: 'client',
    citation: secondary('got, errors.ts', 'https://github.com/sindresorhus/got/blob/main/source/core/errors.ts'),
  },
  {
    writer: '.NET HttpClient',
    pattern: new RegExp(`\\bResponse status code does not indicate success: ${failure}\\b`, 'i'),
    example: 'Response status code does not indicate success: 403 (Forbidden).',
    status: 403,
    saidBy: 'client',
    citation: secondary(
      '.NET, HttpResponseMessage.EnsureSuccessStatusCode',
      'https://learn.microsoft.com/dotnet/api/system.net.http.httpresponsemessage.ensuresuccessstatuscode',
    ),
  },
  {
    writer: 'Xero-NetStandard',
    pattern: new RegExp(`\\bError calling \\w{1,60}: ?(?:\\(?${failure}\\)?)`),
    example: 'Error calling GetProjects: 403',
    status: 403,
    saidBy: 'client',
    citation: secondary('Xero-NetStandard, Configuration.cs', 'https://github.com/XeroAPI/Xero-NetStandard'),
  },
  {
    writer: 'Python’s requests',
    pattern: new RegExp(`\\b${failure} (?:Client|Server) Error\\b`),
    example: '429 Client Error: Too Many Requests for url: https://api.xero.com/projects.xro/2.0/Projects',
    status: 429,
    saidBy: 'client',
    citation: secondary('requests, models.py', 'https://github.com/psf/requests/blob/main/src/requests/models.py'),
  },
  {
    writer: 'httpx',
    pattern: new RegExp(`\\b(?:Client|Server) error '${failure} `),
    example: "Client error '404 Not Found' for url 'https://api.xero.com/projects.xro/2.0/Projects/1'",
    status: 404,
    saidBy: 'client',
    citation: secondary('httpx, _models.py', 'https://github.com/encode/httpx/blob/master/httpx/_models.py'),
  },
  {
    writer: 'SDKs of the OpenAPI generator for Python',
    pattern: new RegExp(`\\(${failure}\\)\\s{1,4}Reason:`),
    example: 'ApiException: (401) Reason: Unauthorized HTTP response body: {"Title":"Unauthorized"}',
    status: 401,
    saidBy: 'client',
    citation: secondary(
      'xero-python, exceptions',
      'https://github.com/XeroAPI/xero-python/tree/master/xero_python/exceptions',
    ),
  },
  {
    writer: 'Guzzle, xero-php-oauth2',
    pattern: new RegExp(`\\b(?:Client|Server) error: \`[A-Z]{3,7} [^\`\\n]{1,600}\` resulted in an? \`${failure}\\b`),
    example:
      'Client error: `GET https://api.xero.com/projects.xro/2.0/Projects/1` resulted in a `404 Not Found` response:\n',
    status: 404,
    saidBy: 'client',
    citation: secondary(
      'Guzzle, RequestException.php',
      'https://github.com/guzzle/guzzle/blob/7.9/src/Exception/RequestException.php',
    ),
  },
  {
    writer: 'Laravel’s HTTP client',
    pattern: new RegExp(`\\bHTTP request returned status code ${failure}\\b`),
    example: 'HTTP request returned status code 429:\n{"message":"x"}',
    status: 429,
    saidBy: 'client',
    citation: secondary('Laravel, RequestException.php', 'https://laravel.com/docs/http-client#throwing-exceptions'),
  },
  {
    writer: 'Faraday',
    pattern: new RegExp(`\\bthe server responded with status ${failure}\\b`, 'i'),
    example: 'the server responded with status 429 for GET https://api.xero.com/projects.xro/2.0/Projects',
    status: 429,
    saidBy: 'client',
    citation: secondary(
      'Faraday, raise_error.rb',
      'https://github.com/lostisland/faraday/blob/main/lib/faraday/response/raise_error.rb',
    ),
  },
  {
    writer: 'xero-ruby',
    pattern: new RegExp(`\\bHTTP status code: ${failure}\\b`),
    example:
      'XeroRuby::ApiError Error message: Forbidden\nHTTP status code: 403\nResponse headers: {}\nResponse body: {}',
    status: 403,
    saidBy: 'client',
    citation: secondary(
      'xero-ruby, api_error.rb',
      'https://github.com/XeroAPI/xero-ruby/blob/master/lib/xero-ruby/api_error.rb',
    ),
  },
  {
    writer: 'Java’s HttpURLConnection',
    pattern: new RegExp(`\\bServer returned HTTP response code: ${failure} for URL\\b`),
    example: 'Server returned HTTP response code: 503 for URL: https://api.xero.com/projects.xro/2.0/Projects',
    status: 503,
    saidBy: 'client',
    citation: secondary('OpenJDK, HttpURLConnection', 'https://github.com/openjdk/jdk'),
  },
  {
    writer: 'Spring’s WebClient',
    pattern: new RegExp(`\\b${failure} [A-Z][\\w -]{2,40} from [A-Z]{3,7} https?:`),
    example: '429 Too Many Requests from GET https://api.xero.com/projects.xro/2.0/Projects',
    status: 429,
    saidBy: 'client',
    citation: secondary(
      'Spring, WebClientResponseException',
      'https://docs.spring.io/spring-framework/reference/web/webflux-webclient.html',
    ),
  },
  {
    writer: 'Feign',
    pattern: new RegExp(`\\[${failure}(?: [\\w -]{2,40})?\\] during \\[[A-Z]{3,7}\\] to `),
    example: '[404 Not Found] during [GET] to [https://api.xero.com/projects.xro/2.0/Projects/1] [Xero#get(String)]',
    status: 404,
    saidBy: 'client',
    citation: secondary(
      'Feign, FeignException',
      'https://github.com/OpenFeign/feign/blob/master/core/src/main/java/feign/FeignException.java',
    ),
  },
  {
    writer: 'reqwest',
    pattern: new RegExp(`\\bHTTP status (?:client|server) error \\(${failure}\\b`),
    example:
      'HTTP status client error (429 Too Many Requests) for url (https://api.xero.com/projects.xro/2.0/Projects)',
    status: 429,
    saidBy: 'client',
    citation: secondary('reqwest, error.rs', 'https://docs.rs/reqwest/latest/reqwest/struct.Error.html'),
  },
  {
    writer: 'Ktor',
    pattern: new RegExp(
      `\\b(?:Client|Server) (?:request|error)\\([A-Z]{3,7} [^)\\n]{1,600}\\) ?(?:invalid)?: ${failure}\\b`,
    ),
    example: 'Client request(GET https://api.xero.com/projects.xro/2.0/Projects) invalid: 403 Forbidden. Text: ""',
    status: 403,
    saidBy: 'client',
    citation: secondary('Ktor, response validation', 'https://ktor.io/docs/client-response-validation.html'),
  },
  {
    writer: 'Zapier',
    pattern: new RegExp(`\\bGot ${failure} calling `),
    example: 'Got 429 calling GET https://api.xero.com/projects.xro/2.0/Projects, expected 2xx.',
    status: 429,
    saidBy: 'client',
    citation: secondary('Zapier Platform, errors', 'https://docs.zapier.com/platform/build/errors'),
  },
  {
    writer: 'request-promise, n8n',
    pattern: new RegExp(`^(?:\\w{0,20}Error: )?${failure} - `),
    example: 'StatusCodeError: 429 - {"message":"x"}',
    status: 429,
    saidBy: 'client',
    citation: secondary(
      'request-promise, errors.js',
      'https://github.com/request/promise-core/blob/master/lib/errors.js',
    ),
  },
  {
    writer: 'Go clients',
    pattern: new RegExp(
      `\\b(?:unexpected|bad|invalid|non-2xx|non-200|unsuccessful|failed|error)(?: http)? (?:status|response)(?: code)?(?: from \\w{1,20})?[:=]? ?"?\\(?${failure}\\b`,
      'i',
    ),
    example: 'xero: unexpected status 429',
    status: 429,
    saidBy: 'client',
    citation: secondary(
      'golang.org/x/oauth2 and others: the usual wording',
      'https://pkg.go.dev/golang.org/x/oauth2#RetrieveError',
    ),
  },
  ...(
    [
      ['XeroBadRequestException', 400, xeroJava],
      ['XeroUnauthorizedException', 401, xeroJava],
      ['XeroForbiddenException', 403, xeroJava],
      ['XeroNotFoundException', 404, xeroJava],
      ['XeroRateLimitException', 429, xeroJava],
      ['XeroServerErrorException', 500, xeroJava],
      ['XeroBadRequest', 400, pyxero],
      ['XeroUnauthorized', 401, pyxero],
      ['XeroForbidden', 403, pyxero],
      ['XeroNotFound', 404, pyxero],
      ['XeroRateLimitExceeded', 429, pyxero],
      ['XeroInternalError', 500, pyxero],
      ['XeroNotAvailable', 503, pyxero],
    ] as const
  ).map(
    ([name, status, citation]): StatusWording => ({
      writer: citation === pyxero ? 'pyxero' : 'Xero-Java',
      pattern: new RegExp(`\\b${name}\\b`),
      example: `${name}: no details`,
      status,
      isFixed: true,
      saidBy: 'client',
      citation,
    }),
  ),
  {
    writer: 'a sentence about Xero’s response',
    pattern: new RegExp(`\\bXero\\b[^.\\d\\n]{0,60}\\b${failure}${end}`, 'i'),
    example: 'Xero API error: 429',
    status: 429,
    saidBy: 'client',
    citation: inSentences,
  },
  {
    writer: 'a sentence about Xero’s response, the status first',
    pattern: new RegExp(`\\b${failure}\\b[^.\\d\\n]{0,30} (?:from|by|of) Xero\\b`, 'i'),
    example: 'We got a 429 from Xero',
    status: 429,
    saidBy: 'client',
    citation: inSentences,
  },
  {
    writer: 'a sentence about a response',
    pattern: new RegExp(
      `\\b(?:returned|responded(?: with)?|replied(?: with)?|answered(?: with)?|received|got|gave|threw)(?: back)?(?: an?)?(?: unexpected)?(?: https?)?(?: error)?(?: response)?(?: status)?(?: code)?:? {0,2}[\`'"(]?${failure}${end}`,
      'i',
    ),
    example: 'Upstream returned 403 Forbidden: AuthenticationUnsuccessful',
    status: 403,
    saidBy: 'client',
    citation: inSentences,
  },
  {
    writer: 'a fetch wrapper',
    pattern: new RegExp(
      `\\bHTTP(?:\\/[\\d.]{1,3})?(?: error!?)?(?: status| code)?(?: code)?[:,]? ?(?:status(?: code)?[:=] ?)?\\(?${failure}\\b`,
      'i',
    ),
    example: 'HTTP 429 Too Many Requests',
    status: 429,
    saidBy: 'any',
    citation: secondary('MDN, Using the Fetch API', 'https://developer.mozilla.org/docs/Web/API/Fetch_API/Using_Fetch'),
  },
  {
    writer: 'a labelled status',
    pattern: new RegExp(
      `\\bstatus(?:[ _-]?code)?["']?(?: was| is| of)?(?: ?(?:=>|[:=]))? {0,2}["'\`(]?${failure}\\b`,
      'i',
    ),
    example: 'Sync failed (status: 429)',
    status: 429,
    saidBy: 'any',
    citation: inSentences,
  },
  {
    writer: 'a status with its reason',
    pattern: new RegExp(`(?:^|[\\s"'\`([{:>])${failure}\\]?(?: ?[-–:] ?| |\\s?\\()(?:${reasons})\\b`, 'i'),
    example: 'RestClient::TooManyRequests: 429 Too Many Requests',
    status: 429,
    saidBy: 'any',
    citation: secondary('RFC 9110, reason phrases', 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes'),
  },
  {
    writer: 'a reason with its status',
    pattern: new RegExp(`\\b(?:${reasons}) ?(?:\\(|\\[|- ?|: ?)${failure}\\b`, 'i'),
    example: 'Too Many Requests (429)',
    status: 429,
    saidBy: 'any',
    citation: secondary('RFC 9110, reason phrases', 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes'),
  },
  {
    writer: 'a labelled error',
    pattern: new RegExp(
      `\\b(?:error|failed|failure|exception)(?: code)?(?: with)?[:#]? ?[[(]?(?:http ?|code ?)?${failure}${end}`,
      'i',
    ),
    example: 'Project sync failed (429)',
    status: 429,
    saidBy: 'any',
    citation: inSentences,
  },
  ...(
    [
      ['Unauthori[sz]ed', 'Unauthorized', 401],
      ['Forbidden', 'Forbidden', 403],
      ['Too Many Requests', 'Too Many Requests', 429],
    ] as const
  ).map(
    ([reason, example, status]): StatusWording => ({
      writer: 'superagent',
      pattern: new RegExp(`^(?:Error: )?${reason}\\.?$`),
      example,
      status,
      isFixed: true,
      saidBy: 'any',
      citation: secondary('superagent, error handling', 'https://forwardemail.github.io/superagent/#error-handling'),
    }),
  ),
];
