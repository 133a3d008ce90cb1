import Pipeline
import Report

extension Sequence<Method> {
  /// The works that the methods rest on, for the foot of a page: one note, each work once, in the
  /// order of the methods; a page is printed, and a line each would take a sheet of its own. Empty
  /// where no method has a source ("–").
  var sourceNotes: [Note] {
    var seen: Set<String> = ["–"]
    let works = map(\.source).filter { seen.insert($0).inserted }
    return works.isEmpty ? [] : [Note(.source, works.joined(separator: "; "))]
  }
}
