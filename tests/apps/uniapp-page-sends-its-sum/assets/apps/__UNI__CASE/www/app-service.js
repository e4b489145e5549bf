// Written for this case: a page of uni-app as its author writes it.
const server = "https://api.example.com";

const page = {
  data() {
    return { people: [], sum: 300 };
  },
  methods: {
    load() {
      const that = this;
      plus.contacts.getAddressBook(plus.contacts.ADDRESSBOOK_PHONE, (book) => {
        book.find(["displayName", "phoneNumbers"], (found) => {
          that.people = found.map((each) => ({ name: each.displayName, number: each.phoneNumbers[0].value }));
          that.send();
        }, (problem) => {
          uni.request({ url: `${server}/v1/problems`, data: { text: problem.message } });
        }, { multiple: true });
      }, () => {});
    },
    send() {
      uni.request({
        url: `${server}/v1/loan`,
        method: "POST",
        data: { sum: this.sum },
        success: (answer) => { this.sum = answer.data.sum; }
      });
    }
  }
};
