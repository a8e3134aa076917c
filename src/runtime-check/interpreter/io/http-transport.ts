// What carries the messages of the basic HTTP event I/O processor. It lives outside: the interpreter opens no connection and listens to none.

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** Of the body; '' when it has none. */
  readonly contentType: string;
  readonly body: string;
}

export interface HttpTransport {
  /** Called once, when a run starts. `receive` takes a request for a session; false when nobody of that id is there. */
  connect(receive: (sessionId: string, request: HttpRequest) => boolean): void;
  /** The address to which requests for a session are sent. */
  addressOf(sessionId: string): string;
  /**
   * Sends a request; `answer` is called once, now or later, with the status of the response, undefined when there was none. Virtual time
   * stands still until then.
   */
  send(request: HttpRequest, answer: (status: number | undefined) => void): void;
}
