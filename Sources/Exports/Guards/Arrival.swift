import Diagnostics
import Store
import Values

/// Judges one file while its transaction is open; a throw takes the file back.
struct Arrival {
  let guards: Guards
  let before: GuardFacts.Before?
  let stopped: StoppedRejects?
  /// What the guards found; the transaction ends with the first of them.
  private(set) var problems = Diagnostics()
  private var newest: Day?

  init(guards: Guards, before: GuardFacts.Before?, stopped: StoppedRejects?) {
    self.guards = guards
    self.before = before
    self.stopped = stopped
  }

  mutating func note(_ day: Day?) {
    if let day { newest = max(newest ?? day, day) }
  }

  mutating func judge(
    _ arrived: ArrivedFile, _ export: OpenedExport, _ reading: ExportReader.Reading,
    _ age: inout SourceAge
  ) throws(Diagnostic) {
    let facts = GuardFacts(export, reading, before: before, rejectsPath: stopped?.path)
    problems.add(guards.problems(of: facts.repeating(arrived.repeated)))
    if let problem = age.problem(withLast: export.file, newest) { problems.add(problem) }
    guard let first = problems.all.first else {
      age.add(newest)
      return
    }
    try stopped?.take(arrived)
    throw first
  }
}
