function getX(point) {
  return point.x;
}
function sum(points) {
  let total = 0;
  for (const point of points) total += getX(point);
  return total;
}
function add(a, b) {
  return a + b;
}
function readAt(list, index) {
  return list[index];
}
const repeat = (count, work) => {
  for (let i = 0; i < count; i++) work(i);
};

const same = Array.from({length: 1000}, (_, i) => ({x: i}));
const two = same.map((point, i) => (i % 2 ? {y: 1, x: i} : point));
const many = same.map((_, i) => ({[`k${i % 8}`]: 1, x: i}));
repeat(4000, () => sum(same));
repeat(4000, () => sum(two));
repeat(400, () => sum(many));

repeat(300000, (i) => add(i, 1));
repeat(300000, () => add("a", "b"));

const letters = {"a,b": 1, c: 2};
repeat(300000, (i) => readAt(same, i % 1000));
readAt(same, 5000);
repeat(100, (i) => readAt(letters, i % 2 ? "a,b" : "c"));

class Animal {
  get name() {
    return "animal";
  }
}
class Dog extends Animal {}
const dog = new Dog();
function nameOf(animal) {
  return animal.name;
}
repeat(300000, () => nameOf(dog));
Object.defineProperty(Animal.prototype, "name", {get: () => "other"});
repeat(1000, () => nameOf(dog));
