export default function Page() {
  return <main>Chartwright</main>
}
