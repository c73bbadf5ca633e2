// The one way to the server. Answers are kept by the browser's own cache and asked again with their ETag.

export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: string[] = [],
  ) {
    super(message);
  }
}

interface Detail {
  field: string;
  message: string;
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(path, { signal: signal ?? null });
}

export function post<T>(path: string, body: object, signal?: AbortSignal): Promise<T> {
  const headers = { "Content-Type": "application/json" };
  return ask<T>(path, { method: "POST", headers, body: JSON.stringify(body), signal: signal ?? null });
}

async function ask<T>(path: string, options: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Refused(0, "The server does not answer. Is dateline serve still running?");
  }
  if (!answer.ok) throw await refusal(answer);
  return (await answer.json()) as T;
}

async function refusal(answer: Response): Promise<Refused> {
  const plain = `The server answered ${answer.status}.`;
  try {
    const { error } = (await answer.json()) as { error: { message?: string; details?: Detail[] } };
    return new Refused(answer.status, error.message ?? plain, (error.details ?? []).map(told));
  } catch {
    return new Refused(answer.status, plain);
  }
}

function told({ field, message }: Detail): string {
  return `${field}: ${message}`;
}
