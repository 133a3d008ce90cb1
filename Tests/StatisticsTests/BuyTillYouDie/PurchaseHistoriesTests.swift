import Statistics
import Testing

@Suite struct PurchaseHistoriesTests {
  @Test func `consistency: every row finds its own history and the counts add up`() throws {
    let base = SimulatedBase(
      ModelCase.ordinary[0].process, 5000, seed: 7, age: { Double($0 % 40) })
    let x = base.histories.map { Int32($0.x) }
    let tx = base.histories.map { Int32($0.tx) }
    let age = base.histories.map { Int32($0.age) }
    let grouped = try PurchaseHistories(x: x, tx: tx, age: age)
    var counted = [Int](repeating: 0, count: grouped.classCount)
    for row in x.indices {
      let c = Int(grouped.classOf[row])
      counted[c] += 1
      let history = grouped.history(c)
      #expect(
        history.x == Double(x[row]) && history.tx == Double(tx[row])
          && history.age == Double(age[row]))
    }
    #expect(counted == (0..<grouped.classCount).map(grouped.count))
    #expect(grouped.customers == 5000)
    #expect(grouped.repeaters == x.count { $0 > 0 })
    let keys = Set((0..<grouped.classCount).map(grouped.history))
    #expect(keys.count == grouped.classCount)
  }

  @Test func `consistency: classes do not depend on the order of rows, threads or type`() throws {
    var rows = (0..<40_000).map { index -> (Int32, Int32, Int32) in
      var generator = CounterGenerator(seed: 3, stream: UInt64(index))
      let age = Int32(generator.next() % 900)
      let x = age > 3 ? Int32(generator.next() % 4) : 0
      return (x, x == 0 ? 0 : Int32(generator.next() % UInt64(age)), age)
    }
    func grouped(_ threads: Int) throws -> PurchaseHistories {
      try PurchaseHistories(
        x: rows.map(\.0), tx: rows.map(\.1), age: rows.map(\.2), threads: threads)
    }
    func classes(_ histories: PurchaseHistories) -> [PurchaseHistory] {
      (0..<histories.classCount).map(histories.history)
    }
    let first = try grouped(1)
    let threaded = try grouped(3)
    #expect(first.classOf == threaded.classOf)
    #expect(classes(first) == classes(threaded))
    let doubles = try PurchaseHistories(
      x: rows.map { Double($0.0) }, tx: rows.map { Double($0.1) }, age: rows.map { Double($0.2) })
    #expect(classes(first) == classes(doubles))
    rows.reverse()
    let reversed = try grouped(2)
    #expect(classes(first) == classes(reversed))
    #expect(first.classOf == reversed.classOf.reversed())
  }

  @Test func `consistency: counted rows are rows repeated`() throws {
    let once = try PurchaseHistories(
      x: [0, 2, 0, 2], tx: [0, 5, 0, 5], age: [9, 9, 9, 8.5], counts: [3, 1, 4, 2])
    let repeated = try PurchaseHistories(
      x: [0, 0, 0, 2, 0, 0, 0, 0, 2, 2], tx: [0, 0, 0, 5, 0, 0, 0, 0, 5, 5],
      age: [9, 9, 9, 9, 9, 9, 9, 9, 8.5, 8.5])
    #expect(once.classCount == 3)
    #expect(once.customers == 10 && repeated.customers == 10)
    for c in 0..<3 {
      #expect(once.history(c) == repeated.history(c))
      #expect(once.count(c) == repeated.count(c))
    }
  }

  @Test func `consistency: values too wide to be packed are sorted all the same`() throws {
    let big = Int32.max
    let x: [Int32] = [big, 0, 3, big, 3]
    let tx: [Int32] = [big - 1, 0, 7, big - 1, 7]
    let age: [Int32] = [big, 4, 9, big, 10]
    let grouped = try PurchaseHistories(
      x: x, tx: tx, age: age, patterns: [big - 5, 0, 1, big - 5, 1])
    #expect(grouped.classCount == 4)
    #expect(grouped.classOf == [3, 0, 1, 3, 2])
    #expect(grouped.history(3).age == Double(big))
  }

  @Test(
    arguments: [
      ([1.0, -1], [0, 0], [5, 5], HistoryProblem.Kind.negative),
      ([1, 2], [0, 6], [5, 5], .lastAfterAge),
      ([1, 0], [0, 2], [5, 5], .lastWithoutRepeat),
      ([1, 1.5], [0, 2], [5, 5], .notWhole),
      ([1, 1], [0, .nan], [5, 5], .notFinite),
      ([1, 1], [0, 2], [5, .infinity], .notFinite),
    ] as [([Double], [Double], [Double], HistoryProblem.Kind)])
  func `input checks: the first row that cannot be is told`(
    x: [Double], tx: [Double], age: [Double], kind: HistoryProblem.Kind
  ) {
    #expect {
      try PurchaseHistories(x: x, tx: tx, age: age)
    } throws: { error in
      let problem = error as? HistoryProblem
      return problem?.row == 1 && problem?.kind == kind
    }
  }

  @Test func `input checks: whole days are checked as other times are`() {
    for (x, tx, age, kind) in [
      (-1, 0, 5, HistoryProblem.Kind.negative), (1, 6, 5, .lastAfterAge),
      (0, 2, 5, .lastWithoutRepeat),
    ] as [(Int32, Int32, Int32, HistoryProblem.Kind)] {
      #expect {
        try PurchaseHistories(x: [0, x], tx: [0, tx], age: [0, age])
      } throws: { error in
        let problem = error as? HistoryProblem
        return problem?.row == 1 && problem?.kind == kind
      }
    }
  }
}
