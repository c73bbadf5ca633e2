import { useRef, useState } from "preact/hooks";
import { post } from "../api/fetch";
import type { Reading } from "../api/types";
import { Failed } from "../parts/states";
import { ReadingView } from "../reading/view";
import { say } from "../state/live";
import { counted } from "../text/format";
import { Cite } from "./article";

interface State {
  reading: Reading | null;
  error: Error | null;
  busy: boolean;
}

/** Paste or drop an article, or give its address, and see it read. Nothing of it is kept. */
export function ReadPage() {
  const [state, set] = useState<State>({ reading: null, error: null, busy: false });
  const [chosen, choose] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  const read = async (body: object) => {
    stop.current?.abort();
    const now = new AbortController();
    stop.current = now;
    set((old) => ({ ...old, busy: true, error: null }));
    try {
      const reading = await post<Reading>("/read", body, now.signal);
      choose(reading.document.events[0]?.id ?? null);
      set({ reading, error: null, busy: false });
      say(`Read: ${counted(reading.document.events.length, "event")}`);
    } catch (error) {
      if (!now.signal.aborted) set((old) => ({ ...old, busy: false, error: error as Error }));
    }
  };
  return (
    <>
      <h1>Read</h1>
      <p class="lead">See at once what dateline reads in an article. It is not added to the record.</p>
      <ReadForm read={read} busy={state.busy} />
      {state.error && <Failed error={state.error} />}
      {state.reading && (
        <article class="read-result" aria-busy={state.busy}>
          <Cite reading={state.reading} />
          <ReadingView reading={state.reading} chosen={chosen} choose={choose} />
        </article>
      )}
    </>
  );
}

function ReadForm({ read, busy }: { read: (body: object) => void; busy: boolean }) {
  const [text, setText] = useState("");
  const [over, setOver] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const send = (content: object) => {
    const published = new FormData(form.current ?? undefined).get("published");
    read(published ? { ...content, published } : content);
  };
  const file = async (dropped: File | undefined) => {
    if (!dropped) return;
    const content = await dropped.text();
    const html = dropped.type === "text/html" || /\.x?html?$/i.test(dropped.name);
    if (!html && content.length < 200_000) setText(content);
    send(html ? { html: content } : { text: content });
  };
  return (
    <form
      ref={form}
      class={over ? "panel read-form over" : "panel read-form"}
      onSubmit={(e) => {
        e.preventDefault();
        const lone = text.trim();
        if (lone) send(/^https?:\/\/\S+$/i.test(lone) ? { url: lone } : asContent(text));
      }}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        void file(e.dataTransfer?.files[0]);
      }}
    >
      <label class="field">
        <span>Article: its text, its HTML, or its address</span>
        <textarea rows={8} value={text} spellcheck={false} dir="auto" onInput={(e) => setText(e.currentTarget.value)} />
      </label>
      <div class="read-actions">
        <label class="field">
          <span>Published (if known)</span>
          <input type="date" name="published" />
        </label>
        <label class="field">
          <span>Or a file, chosen or dropped here</span>
          <input type="file" accept=".txt,.html,.htm,text/plain,text/html" onChange={(e) => void file(e.currentTarget.files?.[0])} />
        </label>
        <button type="submit" class="primary" disabled={busy || !text.trim()}>
          {busy ? "Reading …" : "Read"}
        </button>
      </div>
    </form>
  );
}

function asContent(text: string): object {
  return /^\s*(<!doctype html|<html)/i.test(text) ? { html: text } : { text };
}
