import Statistics
import Testing

@Suite struct ImportancePerformanceTests {
  @Test func `runs: four quadrants around the means, or around a crosshair`() {
    let importance = [0.4, 0.4, 0.1, 0.1]
    let performance = [2.0, 5, 2, 5]
    let all: [ImportancePerformance] = [.concentrateHere, .keepUp, .lowPriority, .possibleOverkill]
    #expect(
      ImportancePerformance.quadrants(importance: importance, performance: performance) == all)
    #expect(
      ImportancePerformance.quadrants(
        importance: importance, performance: performance, crosshair: (0.4, 5.5))
        == [.concentrateHere, .concentrateHere, .lowPriority, .lowPriority])
  }

  @Test func `input checks: equal items, none`() {
    let equal = [0.1, 0.1, 0.1]
    #expect(
      ImportancePerformance.quadrants(importance: equal, performance: equal)
        == [.keepUp, .keepUp, .keepUp])
    #expect(ImportancePerformance.quadrants(importance: [], performance: []) == [])
  }

  @Test func `correctness: an index of two items`() {
    // (3 · 8 + 1 · 6) / (4 · 10).
    let index = ImportancePerformance.satisfactionIndex(
      performance: [8, 6], weights: [3, 1], highest: 10)
    #expect(index == 0.75)
    #expect(
      ImportancePerformance.satisfactionIndex(performance: [8], weights: [0], highest: 10) == nil)
  }
}
