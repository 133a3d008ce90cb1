/// Who is told of the progress of a run.
package struct RunLog: Sendable {
  /// One thing that was done.
  package struct Entry: Sendable {
    /// `read_orders`, `aggregate`, a step id, `write_xlsx`.
    package var step: String
    package var seconds: Double
    /// A line for people.
    package var text: String
  }

  private let tell: @Sendable (Entry) -> Void
  private let clock = ContinuousClock()

  package init(_ tell: @escaping @Sendable (Entry) -> Void = { _ in }) { self.tell = tell }

  /// Tells what a reader of the result has to know.
  package func warn(_ step: String, _ text: String) {
    tell(Entry(step: step, seconds: 0, text: "warning: \(text)"))
  }

  /// Does the work and tells how long it took.
  package func timed<Result, Failure: Error>(
    _ step: String, _ text: (Result) -> String, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = clock.now
    let result = try work()
    let elapsed = clock.now - start
    let seconds: Double =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    tell(Entry(step: step, seconds: seconds, text: text(result)))
    return result
  }
}
