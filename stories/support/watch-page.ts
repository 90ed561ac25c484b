import type { Page } from 'playwright-core';

/**
 * Everything that a person would not notice and must not happen: errors of scripts, refusals by the
 * content security policy, requests to other hosts, failed requests. The list grows as they happen.
 */
export function watchPage(page: Page, origin: string): readonly string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A page that answers 4xx is told by the browser too; the stories mean such answers.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      troubles.push(`console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && /^https?:/.test(request.url()))
      troubles.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    const limit = response.request().resourceType() === 'document' ? 500 : 400;
    if (response.status() >= limit) troubles.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    // Leaving a page ends its live stream and whatever it was still fetching.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason} ${request.url()}`);
  });
  return troubles;
}
