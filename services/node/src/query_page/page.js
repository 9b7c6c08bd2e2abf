// Sends what is written to the API, as whoever the token says.
const at = (id) => document.getElementById(id);
async function send() {
  try {
    const variables = JSON.parse(at("variables").value || "{}");
    const answer = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer " + at("token").value.trim() },
      body: JSON.stringify({ query: at("query").value, variables }),
    });
    at("answer").textContent = answer.status + "\n" + JSON.stringify(await answer.json(), null, 2);
  } catch (error) {
    at("answer").textContent = String(error);
  }
}
async function listPeople() {
  const people = await (await fetch("/demo/people")).json();
  for (const { token, role } of people) {
    const option = document.createElement("option");
    option.value = token;
    option.label = role;
    at("people").append(option);
  }
}
listPeople();
at("send").addEventListener("click", send);
document.addEventListener("keydown", (event) => { if (event.ctrlKey && event.key === "Enter") send(); });
